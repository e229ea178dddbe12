package org.rhobust.workbench.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Lets every label that names a term of the {@link Glossary} explain it. */
final class GlossaryTips {

  private static final double WIDTH = 380;

  private GlossaryTips() {}

  /**
   * Gives a label its tooltip when the pointer comes to it, so that one that is made later, or says
   * something else by then, has the right one. A label with a tooltip of its own keeps it.
   */
  static void install(Scene scene) {
    scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> explain(event.getTarget()));
  }

  /** The pointer is over a label's text, too. */
  private static void explain(Object target) {
    Node node = target instanceof Node entered ? entered : null;
    if (node != null && !(node instanceof Labeled)) {
      node = node.getParent();
    }
    if (node instanceof Label || node instanceof CheckBox) {
      explain((Labeled) node);
    }
  }

  private static void explain(Labeled label) {
    if (label.getTooltip() != null && !(label.getTooltip() instanceof Tip)) {
      return;
    }
    Optional<Glossary.Term> term =
        Optional.ofNullable(label.getText()).filter(text -> !text.isBlank()).flatMap(Glossary::of);
    if (term.isEmpty()) {
      label.setTooltip(null);
    } else if (label.getTooltip() == null || !((Tip) label.getTooltip()).term.equals(term.get())) {
      label.setTooltip(new Tip(term.get()));
    }
  }

  private static final class Tip extends Tooltip {

    private final Glossary.Term term;

    Tip(Glossary.Term term) {
      super(term.text());
      this.term = term;
      setWrapText(true);
      setMaxWidth(WIDTH);
      setShowDuration(Duration.INDEFINITE);
    }
  }
}
