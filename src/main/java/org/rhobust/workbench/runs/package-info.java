/** The runs of a folder as a table, and the queue of those to be trained. */
package org.rhobust.workbench.runs;
