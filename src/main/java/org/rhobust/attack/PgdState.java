package org.rhobust.attack;

import ai.djl.ndarray.NDArray;

/**
 * A batch within an attack, after an iteration. The arrays live until the next iteration.
 *
 * @param iteration 0 for the start, then 1 … T
 * @param perturbations [N, C, H, W], the current points
 * @param logits [N, K] at the current points
 * @param objective [N], F at the current points
 * @param gradient [N, C, H, W], ∇F with respect to the input at the current points; after the last
 *     iteration only where the observer {@linkplain PgdObserver#watchesGradients watches it}
 * @param stepSizes [N], α after this iteration
 * @param accepted [N], boolean: whether this iteration's candidate became the current point
 * @param velocity [N, C, H, W], the momentum buffer v that this iteration stepped along; zero at
 *     the start
 * @param candidates [N, C, H, W], the points this iteration evaluated, rejected ones included
 * @param candidateLogits [N, K] there
 * @param candidateObjective [N], F there
 */
public record PgdState(
    int iteration,
    NDArray perturbations,
    NDArray logits,
    NDArray objective,
    NDArray gradient,
    NDArray stepSizes,
    NDArray accepted,
    NDArray velocity,
    NDArray candidates,
    NDArray candidateLogits,
    NDArray candidateObjective) {}
