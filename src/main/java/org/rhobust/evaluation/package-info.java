/**
 * Evaluation by rejection: predictions, thresholds, errors and robust errors at any threshold, ROC
 * curves, batteries of attacks, and the confidence along an adversarial direction.
 */
package org.rhobust.evaluation;
