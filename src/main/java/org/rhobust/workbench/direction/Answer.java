package org.rhobust.workbench.direction;

import org.rhobust.evaluation.ConfidencePlane;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.DirectionSummary;

/** What a model answered, with its question. */
sealed interface Answer {

  Question question();

  /** Along the direction of one image. */
  record Curve(Question question, DirectionCurve curve) implements Answer {}

  /** Along the directions of many images. */
  record Mean(Question question, DirectionSummary summary) implements Answer {}

  /** Over a plane. */
  record Plane(Question question, ConfidencePlane plane) implements Answer {}
}
