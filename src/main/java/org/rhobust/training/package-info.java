/**
 * Training: the methods (normal, adversarial, confidence-calibrated), the step, the optimiser, its
 * schedules, checkpoints.
 */
package org.rhobust.training;
