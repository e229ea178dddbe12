/**
 * Batteries of attacks: files that people edit, run part by part, and scored by each image's worst
 * case.
 */
package org.rhobust.evaluation.battery;
