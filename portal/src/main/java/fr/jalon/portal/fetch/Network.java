package fr.jalon.portal.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * What lies between us and other sites. There is one, {@link #internet}; tests make others, for
 * their sites are on this machine.
 */
interface Network {
  /** The numbers of a site. */
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** True when that site may be at that number. */
  boolean allows(String host, InetAddress address);

  /** True for a site of the operator's own, whose name may be of one word. */
  boolean listed(String host);

  /** The one port of a scheme. */
  int port(String scheme);

  /** Whose word certificates are taken on. */
  SSLContext certificates();

  /**
   * The internet, and nothing else but the sites of an operator's own.
   *
   * @param intranetHosts sites that may be on a private network
   */
  static Network internet(List<String> intranetHosts) {
    SSLContext certificates = SSLContexts.createDefault();
    return new Network() {
      @Override
      public List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
      }

      @Override
      public boolean allows(String host, InetAddress address) {
        return PublicAddresses.isPublic(address)
            || (listed(host) && PublicAddresses.isIntranet(address));
      }

      @Override
      public boolean listed(String host) {
        return intranetHosts.contains(host);
      }

      @Override
      public int port(String scheme) {
        return scheme.equals("https") ? 443 : 80;
      }

      @Override
      public SSLContext certificates() {
        return certificates;
      }
    };
  }
}
