package org.rhobust.workbench.training;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/**
 * The window's choice of a device, which the status bar shows as well.
 *
 * @param names what can be chosen: {@code auto}, {@code cpu} or {@code gpu:n}; empty before it is
 *     known
 * @param chosen one of them
 * @param title of one for people
 * @param choose chooses one
 */
public record DeviceOffers(
    ObservableList<String> names,
    ObservableValue<String> chosen,
    UnaryOperator<String> title,
    Consumer<String> choose) {}
