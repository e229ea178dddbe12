/**
 * The window. Each view has a package of its own: a {@code …View} that binds an FXML file and a
 * {@code …Model} that holds observable state without a control. This package holds what they share.
 */
package org.rhobust.workbench;
