@NullMarked
package fr.jalon.cli;

import org.jspecify.annotations.NullMarked;
