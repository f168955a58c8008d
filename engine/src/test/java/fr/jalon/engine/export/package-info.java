@NullMarked
package fr.jalon.engine.export;

import org.jspecify.annotations.NullMarked;
