package org.rhobust.service;

import java.util.OptionalDouble;
import org.rhobust.attack.PgdSettings;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.battery.BatteryResult;

/**
 * A glimpse of the model while it trains, on a small fixed sample with a short attack: it shows the
 * trend, and flatters the model. It is no evaluation.
 *
 * @param step after which it was taken
 * @param attack of the sample and of the direction
 * @param sample the fixed sample, attacked
 * @param threshold τ at 99 % TPR on a small held-out sample; empty where nothing is correct yet
 * @param direction of the selected image
 */
public record ProbeResult(
    int step,
    PgdSettings attack,
    BatteryResult sample,
    OptionalDouble threshold,
    DirectionCurve direction) {}
