/**
 * What the answers of an authority tell: how far it is in each dimension, what to open first, what
 * was found on a day, and the interviews beside.
 *
 * <p>Not here: what is asked and answered ({@code questionnaire}). A level is always shown with its
 * evidence and with how much was answered; authorities are never ranked.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"account", "document", "programme", "questionnaire", "register", "web"})
package fr.jalon.portal.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
