/** Files as people send them, run through the engine and compared with what we promise. */
@NullMarked
package fr.jalon.corpus;

import org.jspecify.annotations.NullMarked;
