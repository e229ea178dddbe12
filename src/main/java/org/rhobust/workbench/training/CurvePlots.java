package org.rhobust.workbench.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rhobust.plot.Axis;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Series;
import org.rhobust.service.RunCurves;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.SettingChange;

/** Draws the curves of the run that trains over those of other runs. */
final class CurvePlots {

  /** Those of the sequence that are neither the clean curve's colour nor the attacked one's. */
  private static final ColorRole[] OTHERS = {
    ColorRole.SERIES_1,
    ColorRole.SERIES_4,
    ColorRole.SERIES_5,
    ColorRole.SERIES_7,
    ColorRole.SERIES_6,
    ColorRole.OTHER
  };

  private final PlotOptions options;

  /** Smoothed once, not at every step of the run that trains. */
  private final Map<Key, Series> finished = new HashMap<>();

  private TrainingSnapshot snapshot;
  private RunCurves live;
  private List<RunCurves> others = List.of();

  private record Key(RunCurves run, Quantity quantity, ColorRole role) {}

  CurvePlots(PlotOptions options) {
    this.options = options;
    options.subscribe(finished::clear);
  }

  /** Sets what is drawn next. */
  void begin(TrainingSnapshot now, List<RunCurves> shown) {
    snapshot = now;
    live =
        now.config() == null
            ? null
            : RunCurves.of(now.folder(), now.config(), now.metrics(), now.details().changes());
    others =
        shown.stream()
            .filter(run -> !run.folder().equals(now.folder()))
            .filter(options.acrossProperty().get()::in)
            .toList();
    finished.keySet().removeIf(key -> !others.contains(key.run()));
  }

  Plot plot(String title, Axis y, String teaches, List<Quantity> quantities) {
    Across across = options.acrossProperty().get();
    LinePlot.Builder plot =
        LinePlot.builder(title)
            .x(Axis.linear(across.label()))
            .y(y)
            .emptyText(emptyText(teaches, quantities))
            .caption(LastBatch.caption(snapshot));
    for (int i = 0; i < others.size(); i++) {
      RunCurves other = others.get(i);
      ColorRole role = OTHERS[i % OTHERS.length];
      for (Quantity quantity : quantities) {
        if (quantity.in(other)) {
          plot.series(finished.computeIfAbsent(new Key(other, quantity, role), this::other));
        }
      }
      if (quantities.stream().anyMatch(quantity -> quantity.in(other))) {
        mark(plot, across, other, role);
      }
    }
    if (live != null) {
      quantities.stream()
          .filter(quantity -> quantity.in(live))
          .forEach(
              quantity -> plot.series(curve(live, quantity, quantity.name(), quantity.role())));
      mark(plot, across, live, ColorRole.OTHER);
    }
    return plot.build();
  }

  private String emptyText(String teaches, List<Quantity> quantities) {
    return live != null && quantities.stream().noneMatch(quantity -> quantity.in(live))
        ? "Normal training attacks no images"
        : "Step by step: " + teaches;
  }

  /** Without the values before smoothing, which of several runs are a tangle. */
  private Series other(Key key) {
    Quantity quantity = key.quantity();
    Series curve =
        curve(key.run(), quantity, quantity.name() + ", " + key.run().name(), key.role());
    Series smooth = curve.withoutRaw();
    return quantity.dashed() ? smooth.inDashes() : smooth;
  }

  private Series curve(RunCurves run, Quantity quantity, String name, ColorRole role) {
    return Series.smoothed(
        name,
        role,
        options.acrossProperty().get().xs(run),
        quantity.values(run),
        run.metrics().size(),
        options.smoothingProperty().get());
  }

  /** Changes of one step stand at one line, in the colour of their run. */
  private static void mark(LinePlot.Builder plot, Across across, RunCurves run, ColorRole role) {
    Map<Integer, List<SettingChange>> bySteps =
        run.changes().stream()
            .filter(change -> run.metrics().size() > 0)
            .collect(Collectors.groupingBy(SettingChange::step, TreeMap::new, Collectors.toList()));
    bySteps.forEach(
        (step, changes) ->
            plot.marker(
                Marker.vertical(
                    across.at(run, step),
                    changes.stream().map(SettingChange::label).collect(Collectors.joining(", ")),
                    role)));
  }
}
