/** Figures as files, with all it takes to repeat them. Measures on the compute thread. */
package org.rhobust.report;
