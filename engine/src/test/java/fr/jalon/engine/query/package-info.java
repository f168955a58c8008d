@NullMarked
package fr.jalon.engine.query;

import org.jspecify.annotations.NullMarked;
