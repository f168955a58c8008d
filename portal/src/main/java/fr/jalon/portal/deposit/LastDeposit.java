package fr.jalon.portal.deposit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where what is published of a dataset came from.
 *
 * @param personId who received the file
 * @param sha256 of the file as it came
 * @param address the file came from, null for one that was sent
 */
public record LastDeposit(
    UUID id, UUID personId, String fileName, String sha256, @Nullable String address) {}
