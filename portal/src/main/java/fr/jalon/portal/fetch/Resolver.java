package fr.jalon.portal.fetch;

import org.jspecify.annotations.Nullable;

/**
 * Knows the pages of one kind of site by their addresses. Asks nothing of anyone: what must be
 * asked is in the {@link Lead}, at most one question. To add one, write a class and its line in
 * {@link FileFinder}.
 */
interface Resolver {
  /** Where the file of this page is, null when the page is of another kind. */
  @Nullable Lead of(WebAddress page) throws FetchFailed;
}
