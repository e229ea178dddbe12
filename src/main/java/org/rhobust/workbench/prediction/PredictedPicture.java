package org.rhobust.workbench.prediction;

import org.rhobust.data.Picture;
import org.rhobust.evaluation.Prediction;
import org.rhobust.service.ModelInfo;

/**
 * A picture and what a model said about it.
 *
 * @param file its name
 * @param model the one that was asked
 * @param picture as the model saw it
 * @param prediction the answer
 */
record PredictedPicture(String file, ModelInfo model, Picture picture, Prediction prediction) {}
