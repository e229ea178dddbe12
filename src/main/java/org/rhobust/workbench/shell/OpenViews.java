package org.rhobust.workbench.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rhobust.workbench.View;

/** The views that are made, the one shown last at the end. */
final class OpenViews {

  private final WorkbenchWindow window;
  private final Map<String, View> views = new LinkedHashMap<>();

  OpenViews(WorkbenchWindow window) {
    this.window = window;
  }

  /** The view of a name, made where there is none. */
  View show(String name) {
    View view = views.remove(name);
    View shown = view == null ? Views.of(name).factory().apply(window) : view;
    views.put(name, shown);
    return shown;
  }

  /** Ends a view; it is made anew when it is shown again. */
  void close(String name) {
    View view = views.remove(name);
    if (view != null) {
      view.close();
    }
  }

  void closeAll() {
    List.copyOf(views.keySet()).forEach(this::close);
  }

  /** The name of the view that was shown last; empty where none is open. */
  Optional<String> last() {
    List<String> names = new ArrayList<>(views.keySet());
    return names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
  }
}
