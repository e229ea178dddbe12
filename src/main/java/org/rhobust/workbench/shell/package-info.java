/** The window around the views: side bar, top bar, status bar, notices, settings. */
package org.rhobust.workbench.shell;
