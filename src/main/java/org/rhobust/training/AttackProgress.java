package org.rhobust.training;

/**
 * How the attack on a batch went, iteration by iteration from the start: the objective F, which it
 * minimises, over the attacked images.
 *
 * @param medians of F, at iterations 0 … T
 * @param lows the 10 % quantiles of F
 * @param highs the 90 % quantiles of F
 */
public record AttackProgress(double[] medians, double[] lows, double[] highs) {}
