@NullMarked
package fr.jalon.portal.deposit;

import org.jspecify.annotations.NullMarked;
