/** The view of the test confidences, clean and attacked, and the threshold on them. */
package org.rhobust.workbench.histogram;
