package fr.jalon.portal.fetch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where the file of a page is, or where to ask for it.
 *
 * @param address of the file, or of what knows the files of the page
 * @param answer reads what that says, null when the address is the file's own
 */
record Lead(WebAddress address, @Nullable Answer answer) {
  /** The files in the answer of a catalog; what is no file of ours is left out later. */
  @FunctionalInterface
  interface Answer {
    List<FileLink> files(JsonNode answer);
  }

  static Lead file(String address) throws FetchFailed {
    return new Lead(WebAddress.of(address), null);
  }

  static Lead ask(String address, Answer answer) throws FetchFailed {
    return new Lead(WebAddress.of(address), answer);
  }
}
