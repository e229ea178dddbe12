package org.rhobust.workbench.histogram;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.ImageGrid;

/** The grid of examples; one that is pressed is selected for all views. */
final class Examples {

  private final HistogramModel model;
  private final WorkbenchContext context;
  private final Label title;
  private final ImageGrid<Example> grid;
  private final Subscription listening;
  private ExampleTiles tiles;

  Examples(HistogramModel model, WorkbenchContext context, Label title) {
    this.model = model;
    this.context = context;
    this.title = title;
    grid = new ImageGrid<>(context.selection()::select, () -> context.show().accept("steps"));
    listening = context.selection().imageProperty().subscribe(index -> grid.mark(index.intValue()));
  }

  Node root() {
    return grid.root();
  }

  void close() {
    listening.unsubscribe();
  }

  void show(Outcome outcome, double threshold) {
    ExampleTiles now = new ExampleTiles(outcome.images(), context.plotTheme().getValue());
    if (!now.equals(tiles)) {
      tiles = now;
      grid.forget();
    }
    List<Example> examples = model.examples().of(outcome, threshold);
    grid.show(examples, tiles::of);
    grid.root().setVisible(!examples.isEmpty());
    title.setText(model.examples().title(outcome, threshold, examples));
  }
}
