@NullMarked
package fr.jalon.portal.web;

import org.jspecify.annotations.NullMarked;
