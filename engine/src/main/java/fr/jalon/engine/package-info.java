@NullMarked
package fr.jalon.engine;

import org.jspecify.annotations.NullMarked;
