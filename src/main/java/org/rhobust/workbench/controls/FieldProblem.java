package org.rhobust.workbench.controls;

/**
 * Why a field cannot be used.
 *
 * @param field its name
 * @param message one line with the cure
 */
public record FieldProblem(String field, String message) {}
