package fr.jalon.portal.deposit;

import fr.jalon.portal.fetch.FetchProblem;
import fr.jalon.portal.fetch.FileLink;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file asked from an address of the web. Once the file is here, the deposit of the same id goes
 * on with it.
 *
 * @param datasetId the dataset the file renews, null for a new one
 * @param address as the person gave it
 * @param received bytes come so far
 * @param announced bytes to come, null when the site does not say
 * @param problem why it stopped, null when it did not
 * @param problemSite the site at fault, "" when there is none to name
 * @param choices the files of the page to choose from, empty when there is nothing to choose
 * @param choice the one chosen, null before
 * @param fileAddress where the file was in the end, null before
 * @param scheduled asked by the calendar, not by someone who waits
 */
public record Import(
    UUID id,
    UUID organizationId,
    UUID personId,
    @Nullable UUID datasetId,
    String address,
    State state,
    long received,
    @Nullable Long announced,
    @Nullable FetchProblem problem,
    String problemSite,
    List<FileLink> choices,
    @Nullable FileLink choice,
    @Nullable String fileAddress,
    boolean scheduled,
    Instant createdAt) {
  public Import {
    choices = List.copyOf(choices);
  }

  /** How far it is. */
  public enum State {
    /** The file is on its way. */
    FETCHING,
    /** Several files are there: the person is to say which. */
    CHOOSING,
    /** It could not be taken. */
    STOPPED,
    /** It is here, and so is its deposit. */
    ARRIVED,
    /** It is the very file that the dataset was made of: no deposit begins. */
    UNCHANGED
  }

  /** Address of its page, or of something of it. */
  public String href(String path) {
    return "/depots/adresse/" + id + path;
  }

  /** Of the file, 0 to 100, or -1 when the site does not say how large it is. */
  public int percent() {
    return announced == null || announced <= 0
        ? -1
        : (int) Math.min(100, received * 100 / announced);
  }
}
