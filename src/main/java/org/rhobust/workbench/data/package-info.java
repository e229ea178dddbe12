/** The view of the data sets: what is here, what it looks like, and how to get more. */
package org.rhobust.workbench.data;
