@NullMarked
package fr.jalon.engine.personal;

import org.jspecify.annotations.NullMarked;
