/**
 * Plot definitions and their painters. A plot is an immutable value; the same value is shown on the
 * screen ({@link org.rhobust.plot.PlotView}) and written as PNG, SVG and CSV ({@link
 * org.rhobust.plot.PlotExport}). Nothing here knows what the numbers mean.
 */
package org.rhobust.plot;
