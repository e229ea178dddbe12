package org.rhobust.training;

/**
 * What one step measured, before its update of the weights. Clean means are over the images left
 * clean, adversarial ones over those attacked; NaN where there were none.
 *
 * @param step from 1
 * @param epoch from 1
 * @param learningRate of this step
 * @param rho ρ; NaN unless confidence-calibrated
 * @param cleanLoss mean cross-entropy against the one-hot target
 * @param adversarialLoss mean cross-entropy against the target of the method
 * @param cleanError share misclassified, in [0, 1]
 * @param adversarialError share misclassified, in [0, 1]
 * @param cleanConfidence mean of max_k softmax_k
 * @param adversarialConfidence mean of max_k softmax_k
 * @param lambda mean λ(δ); 1 where the targets stay one-hot, NaN without an attack
 * @param norm mean ‖δ‖
 * @param norms ‖δ‖ of each attacked image
 * @param lambdas λ(δ) of each attacked image
 */
public record StepMetrics(
    int step,
    int epoch,
    double learningRate,
    double rho,
    double cleanLoss,
    double adversarialLoss,
    double cleanError,
    double adversarialError,
    double cleanConfidence,
    double adversarialConfidence,
    double lambda,
    double norm,
    float[] norms,
    double[] lambdas) {}
