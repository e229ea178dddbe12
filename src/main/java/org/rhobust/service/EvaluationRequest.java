package org.rhobust.service;

import java.nio.file.Path;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.TestSplit;

/**
 * An evaluation to be run.
 *
 * @param model what is evaluated; the network in training as it is when its turn comes
 * @param name of the model, for the report
 * @param split which images serve for what
 * @param battery the attacks; must not be in use elsewhere
 * @param seed of everything drawn at random
 * @param parts the folder that finished parts are kept in; those of the network in training are
 *     not, since it has changed when they could serve again
 */
public record EvaluationRequest(
    ModelInfo model, String name, TestSplit split, AttackBattery battery, long seed, Path parts) {}
