package org.rhobust.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.rhobust.data.Markup;

/**
 * Builds a page of HTML that is XML too. All text and all attributes are escaped, since names of
 * models, files and classes come from strangers.
 */
final class Html {

  /** Where a line break would show as a space. */
  private static final Set<String> INLINE = Set.of("b", "span", "code");

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  Html begin(String tag, String... attributes) {
    tag(tag, attributes).append('>');
    open.push(tag);
    return this;
  }

  /** Ends the element begun last. */
  Html end() {
    String tag = open.pop();
    text.append("</").append(tag).append(INLINE.contains(tag) ? ">" : ">\n");
    return this;
  }

  /** An element that holds text only. */
  Html element(String tag, String content, String... attributes) {
    return begin(tag, attributes).text(content).end();
  }

  /** An element that holds nothing. */
  Html single(String tag, String... attributes) {
    tag(tag, attributes).append("/>\n");
    return this;
  }

  /** Text in the element that is open. */
  Html text(String content) {
    text.append(Markup.escape(content));
    return this;
  }

  /** A style sheet of the program's own, as it is. */
  Html style(String sheet) {
    text.append("<style>\n").append(sheet).append("</style>\n");
    return this;
  }

  /** The whole document. */
  String document() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("the element " + open.peek() + " is still open");
    }
    return "<!DOCTYPE html>\n" + text;
  }

  private StringBuilder tag(String tag, String... attributes) {
    text.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(Markup.escape(attributes[i + 1]))
          .append('"');
    }
    return text;
  }
}
