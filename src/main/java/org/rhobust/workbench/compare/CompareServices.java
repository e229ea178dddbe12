package org.rhobust.workbench.compare;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.service.DirectionRequest;
import org.rhobust.threat.ThreatModel;
import org.rhobust.workbench.controls.ModelTests.Measured;
import org.rhobust.workbench.controls.ModelTests.Subject;

/**
 * What a comparison asks for; each returns at once.
 *
 * @param open opens a model to be attacked within a threat model
 * @param measure attacks a model, telling the share done
 * @param direction follows one image along its attack
 */
record CompareServices(
    BiFunction<String, ThreatModel, CompletableFuture<Subject>> open,
    BiFunction<Subject, DoubleConsumer, CompletableFuture<Measured>> measure,
    Function<DirectionRequest, CompletableFuture<DirectionCurve>> direction) {}
