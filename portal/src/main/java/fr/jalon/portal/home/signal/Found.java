package fr.jalon.portal.home.signal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signal as facts give it.
 *
 * @param beneficiaryId null for what is of the whole season
 * @param object what it is about: the id of a thing, a code
 * @param href where one acts on it
 */
record Found(
    SignalKind kind, @Nullable UUID beneficiaryId, String object, Told told, String href) {}
