package org.rhobust.workbench.steps;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;

/** Goes from step to step by itself until the last. */
final class Playback {

  private static final Duration SECOND = Duration.seconds(1);

  private final StepsModel model;
  private final Timeline timeline = new Timeline(new KeyFrame(SECOND, e -> goOn()));
  private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
  private final ObjectProperty<Speed> speed =
      new SimpleObjectProperty<>(this, "speed", Speed.NORMAL);

  /** How fast it goes. */
  enum Speed {
    VERY_SLOW("0.5 steps/s", 0.5),
    SLOW("2 steps/s", 2),
    NORMAL("7 steps/s", 7),
    FAST("20 steps/s", 20);

    private final String words;
    private final double stepsPerSecond;

    Speed(String words, double stepsPerSecond) {
      this.words = words;
      this.stepsPerSecond = stepsPerSecond;
    }

    /** For people. */
    String words() {
      return words;
    }
  }

  Playback(StepsModel model) {
    this.model = model;
    timeline.setCycleCount(Timeline.INDEFINITE);
    playing.subscribe((before, on) -> startOrStop(on));
    speed.subscribe(chosen -> timeline.setRate(chosen.stepsPerSecond));
  }

  /** Whether it plays. */
  BooleanProperty playingProperty() {
    return playing;
  }

  /** How fast. */
  ObjectProperty<Speed> speedProperty() {
    return speed;
  }

  private void startOrStop(boolean on) {
    if (!on) {
      timeline.stop();
      return;
    }
    if (model.stepProperty().get() == model.last()) {
      model.goTo(0);
    }
    timeline.play();
  }

  private void goOn() {
    if (!model.goOn()) {
      playing.set(false);
    }
  }
}
