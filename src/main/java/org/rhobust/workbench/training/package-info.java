/** The view that starts, pauses and stops a training and shows it live. */
package org.rhobust.workbench.training;
