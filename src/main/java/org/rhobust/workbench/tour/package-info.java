/** The guided tour: it drives the real window without a display and leaves pictures and tables. */
package org.rhobust.workbench.tour;
