/** The same work without a window: commands, their options, and what they print. */
package org.rhobust.cli;
