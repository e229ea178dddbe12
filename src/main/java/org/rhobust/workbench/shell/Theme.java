package org.rhobust.workbench.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rhobust.plot.PlotTheme;

/** Light or dark, for controls and plots together. */
final class Theme {

  private final ReadOnlyObjectWrapper<PlotTheme> plots = new ReadOnlyObjectWrapper<>();

  Theme(boolean dark) {
    setDark(dark);
  }

  void setDark(boolean dark) {
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    plots.set(dark ? PlotTheme.DARK : PlotTheme.LIGHT);
  }

  boolean isDark() {
    return plots.get() == PlotTheme.DARK;
  }

  ReadOnlyObjectProperty<PlotTheme> plots() {
    return plots.getReadOnlyProperty();
  }
}
