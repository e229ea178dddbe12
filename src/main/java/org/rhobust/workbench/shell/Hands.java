package org.rhobust.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Tells a person's doing from the program's: what happens while a key or the mouse is being
 * answered, or while a mouse button is held down, is a person's; what an answer or a training
 * brings is not. Watches a window and the pop-ups and dialogs over it.
 */
final class Hands {

  private final Window window;
  private final ListChangeListener<Window> opened = this::watchOpened;
  private int answering;
  private boolean held;
  private long events;

  private Hands(Window window) {
    this.window = window;
  }

  /** Watches a window that has its scene. */
  static Hands of(Window window) {
    Hands hands = new Hands(window);
    hands.watch(window.getScene());
    Window.getWindows().addListener(hands.opened);
    return hands;
  }

  /** Whether what happens now is a person's doing. */
  boolean atWork() {
    return answering > 0 || held;
  }

  /** The number of the latest input: all that it changes belongs together. */
  long input() {
    return events;
  }

  /** Does what a person asked for and what took a while to begin, as an input of its own. */
  void act(Runnable action) {
    answering++;
    events++;
    try {
      action.run();
    } finally {
      answering--;
    }
  }

  void close() {
    Window.getWindows().removeListener(opened);
  }

  private void watchOpened(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      List<Window> added = new ArrayList<>(change.getAddedSubList());
      added.stream().filter(this::isOver).map(Window::getScene).forEach(this::watch);
    }
  }

  private boolean isOver(Window other) {
    Window owner = other;
    while (owner != null && owner != window) {
      owner =
          owner instanceof PopupWindow popup
              ? popup.getOwnerWindow()
              : owner instanceof Stage stage ? stage.getOwner() : null;
    }
    return owner == window && other != window && other.getScene() != null;
  }

  private void watch(Scene scene) {
    if (!(scene.getEventDispatcher() instanceof Watching)) {
      scene.setEventDispatcher(new Watching(scene.getEventDispatcher()));
    }
  }

  private final class Watching implements EventDispatcher {

    private final EventDispatcher usual;

    Watching(EventDispatcher usual) {
      this.usual = usual;
    }

    @Override
    public Event dispatchEvent(Event event, EventDispatchChain tail) {
      if (!(event instanceof InputEvent)) {
        return usual.dispatchEvent(event, tail);
      }
      begin(event);
      try {
        return usual.dispatchEvent(event, tail);
      } finally {
        answering--;
      }
    }

    private void begin(Event event) {
      answering++;
      // A character's two events are one input.
      if (event.getEventType() != KeyEvent.KEY_TYPED) {
        events++;
      }
      if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
        held = true;
      } else if (event instanceof MouseEvent mouse) {
        held =
            event.getEventType() != MouseEvent.MOUSE_RELEASED
                && (mouse.isPrimaryButtonDown()
                    || mouse.isSecondaryButtonDown()
                    || mouse.isMiddleButtonDown());
      }
    }
  }
}
