/**
 * What can be put right, proposed and never applied unasked. A repair is know-how; a step is one
 * application of it, kept as data and replayable on next year's file.
 */
@NullMarked
package fr.jalon.engine.repair;

import org.jspecify.annotations.NullMarked;
