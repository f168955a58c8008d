package fr.jalon.portal.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the file behind the address a person gave, which often is that of a page: by the kind of
 * site when it is known, else by looking at the page. Everything goes through {@link Fetcher}.
 */
@Service
public class FileFinder {
  /** In the order in which they are asked; the first that knows the page counts. */
  static final List<Resolver> RESOLVERS =
      List.of(
          new GoogleDocuments(),
          new Shares(),
          new SourceForges(),
          new Opendatasoft(),
          new Udata(),
          new Ckan());

  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .build();

  private static final long LARGEST_ANSWER = 5_000_000;
  private static final int LARGEST_PAGE = 2_000_000;
  private static final int MOST_CHOICES = 60;

  /** After these the page itself may still know better than our guess at its file. */
  private static final Set<FetchProblem> GUESSED_WRONG =
      EnumSet.of(
          FetchProblem.NOT_FOUND,
          FetchProblem.FORBIDDEN,
          FetchProblem.SIGN_IN_NEEDED,
          FetchProblem.STRANGE_ANSWER,
          FetchProblem.WEB_PAGE);

  private static final Set<String> SIGN_IN_SITES =
      Set.of("accounts.google.com", "login.microsoftonline.com", "login.live.com");

  private static final Set<String> SIGN_IN_PATHS =
      Set.of("login", "signin", "sign-in", "connexion", "authenticate", "sso", "auth");

  /** The pages of catalogs have short addresses. */
  private static final int LONGEST_PATH = 600;

  private final Fetcher fetcher;

  FileFinder(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** What is at an address: a file, or several to choose from. */
  public sealed interface Found {
    /** One file on its way, to be closed by whoever asked. */
    record One(Download download) implements Found {}

    /** The files of a page, the best formats first; at least two. */
    record Several(List<FileLink> files) implements Found {
      public Several {
        files = List.copyOf(files);
      }
    }
  }

  /**
   * The file of a page or of an address.
   *
   * @param largest bytes taken at most
   */
  public Found find(WebAddress address, long largest) throws IOException {
    Lead lead = lead(address);
    if (lead != null) {
      try {
        Found found = follow(lead, largest);
        if (found != null) {
          return found;
        }
      } catch (FetchFailed failed) {
        if (!GUESSED_WRONG.contains(failed.problem()) || isSignIn(failed)) {
          throw failed;
        }
      }
    }
    return look(address, largest);
  }

  /** A file chosen among several. */
  public Download take(FileLink file, long largest) throws IOException {
    WebAddress address = WebAddress.of(file.address());
    Lead lead = lead(address);
    WebAddress own = lead != null && lead.answer() == null ? lead.address() : address;
    return notAPage(fetcher.open(own, largest, file.title()));
  }

  static @Nullable Lead lead(WebAddress address) throws FetchFailed {
    if (address.path().length() > LONGEST_PATH) {
      return null;
    }
    for (Resolver resolver : RESOLVERS) {
      Lead lead = resolver.of(address);
      if (lead != null) {
        return lead;
      }
    }
    return null;
  }

  private @Nullable Found follow(Lead lead, long largest) throws IOException {
    Lead.Answer answer = lead.answer();
    if (answer == null) {
      return new Found.One(notAPage(fetcher.open(lead.address(), largest, "")));
    }
    List<FileLink> files = readable(ask(lead.address(), answer), lead.address());
    return files.isEmpty() ? null : among(files, largest);
  }

  private List<FileLink> ask(WebAddress api, Lead.Answer answer) throws IOException {
    try (Download download = fetcher.open(api, LARGEST_ANSWER, "")) {
      return answer.files(JSON.readTree(download.content().readAllBytes()));
    } catch (JacksonException notJson) {
      throw new FetchFailed(FetchProblem.STRANGE_ANSWER, api.host());
    } catch (FetchFailed failed) {
      // It is the description that is too large, and no file of the person's.
      throw failed.problem() == FetchProblem.TOO_LARGE
          ? new FetchFailed(FetchProblem.STRANGE_ANSWER, api.host())
          : failed;
    }
  }

  /** Looks at what is really there: the file, or a page with links to files. */
  private Found look(WebAddress address, long largest) throws IOException {
    Download download = fetcher.open(address, largest, "");
    try {
      if (!download.isPage()) {
        return new Found.One(download);
      }
    } catch (IOException | RuntimeException failed) {
      download.close();
      throw failed;
    }
    WebAddress page = download.address();
    List<FileLink> files;
    try (download) {
      requireNoSignIn(page);
      files = readable(PageLinks.of(text(download)), page);
    }
    if (files.isEmpty()) {
      throw new FetchFailed(FetchProblem.WEB_PAGE, page.host());
    }
    return among(files, largest);
  }

  private Found among(List<FileLink> files, long largest) throws IOException {
    return files.size() == 1
        ? new Found.One(take(files.get(0), largest))
        : new Found.Several(files);
  }

  /** The files that can be read and asked for, their addresses whole. */
  private static List<FileLink> readable(List<FileLink> files, WebAddress from) {
    List<FileLink> readable = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (FileLink file : files) {
      try {
        WebAddress address = from.follow(file.address());
        String format = DataFormats.of(file.format(), address.path());
        if (!format.isEmpty() && seen.add(address.toString())) {
          readable.add(new FileLink(address.toString(), file.title().strip(), format, file.size()));
        }
      } catch (FetchFailed noAddress) {
        // A link that leads nowhere is none.
      }
    }
    readable.sort(DataFormats.BEST_FIRST);
    return readable.subList(0, Math.min(MOST_CHOICES, readable.size()));
  }

  private static Download notAPage(Download download) throws IOException {
    try {
      if (download.isPage()) {
        requireNoSignIn(download.address());
        throw new FetchFailed(FetchProblem.WEB_PAGE, download.address().host());
      }
      return download;
    } catch (IOException | RuntimeException failed) {
      download.close();
      throw failed;
    }
  }

  /** A file that is not shared with everybody leads to where one signs in. */
  private static void requireNoSignIn(WebAddress page) throws FetchFailed {
    if (SIGN_IN_SITES.contains(page.host())
        || Arrays.stream(page.pathOnly().split("/")).anyMatch(SIGN_IN_PATHS::contains)) {
      throw new FetchFailed(FetchProblem.SIGN_IN_NEEDED, page.host());
    }
  }

  private static boolean isSignIn(FetchFailed failed) {
    return failed.problem() == FetchProblem.SIGN_IN_NEEDED && SIGN_IN_SITES.contains(failed.site());
  }

  private static String text(Download download) throws IOException {
    byte[] page = download.content().readNBytes(LARGEST_PAGE);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(page)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(page, StandardCharsets.ISO_8859_1);
    }
  }
}
