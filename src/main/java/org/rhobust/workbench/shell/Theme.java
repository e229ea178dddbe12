package org.rhobust.workbench.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rhobust.plot.PlotTheme;

/** Light or dark, for controls and plots together, as chosen or as the system is. */
final class Theme {

  private final ReadOnlyObjectWrapper<PlotTheme> plots = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>();
  private boolean systemDark;

  /** What a person can choose. */
  enum Choice {
    SYSTEM("Like the system"),
    LIGHT("Light"),
    DARK("Dark");

    private final String title;

    Choice(String title) {
      this.title = title;
    }

    /** For people. */
    String title() {
      return title;
    }

    /** As it is kept; null for the system's. */
    String kept() {
      return this == SYSTEM ? null : name().toLowerCase(Locale.ROOT);
    }

    /** The choice of a kept name. */
    static Choice of(String name) {
      return "dark".equals(name) ? DARK : "light".equals(name) ? LIGHT : SYSTEM;
    }
  }

  /**
   * @param systemDark whether the system was dark when it was last asked
   */
  Theme(Choice choice, boolean systemDark) {
    this.systemDark = systemDark;
    choose(choice);
  }

  void choose(Choice chosen) {
    choice.set(chosen);
    apply();
  }

  /** Tells how the system's windows are. */
  void systemIs(boolean dark) {
    systemDark = dark;
    apply();
  }

  boolean isDark() {
    return plots.get() == PlotTheme.DARK;
  }

  ReadOnlyObjectProperty<Choice> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<PlotTheme> plots() {
    return plots.getReadOnlyProperty();
  }

  private void apply() {
    boolean dark = choice.get() == Choice.SYSTEM ? systemDark : choice.get() == Choice.DARK;
    PlotTheme now = dark ? PlotTheme.DARK : PlotTheme.LIGHT;
    if (now != plots.get() || Application.getUserAgentStylesheet() == null) {
      Application.setUserAgentStylesheet(
          (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
      plots.set(now);
    }
  }
}
