package fr.jalon.portal.help;

import fr.jalon.portal.deposit.Place;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks.
 *
 * @param once given by the form: sent twice, it is asked once
 * @param place in a deposit, null elsewhere
 * @param page address of the page it is asked from, "" in a deposit
 */
public record Asked(
    UUID once,
    Category category,
    Urgency urgency,
    @Nullable Place place,
    String page,
    String text) {}
