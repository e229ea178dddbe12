/** Normal, adversarial and confidence-calibrated training side by side. */
package org.rhobust.workbench.compare;
