package fr.jalon.portal.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of what was withdrawn.
 *
 * @param title of the dataset, null when it was not left
 * @param version the number of the version withdrawn alone, null for a dataset
 * @param by who withdrew it, by their role
 * @param datasetHref the page of the dataset whose version it was, null for a dataset
 * @param careHref where its own people look after it, null for others
 * @param restorable true for those who may put it back as it was
 */
public record TombstoneView(
    @Nullable String title,
    @Nullable Integer version,
    Publisher publisher,
    String when,
    String by,
    String reason,
    @Nullable String datasetHref,
    @Nullable String careHref,
    boolean restorable) {}
