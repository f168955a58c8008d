@NullMarked
package fr.jalon.engine.table;

import org.jspecify.annotations.NullMarked;
