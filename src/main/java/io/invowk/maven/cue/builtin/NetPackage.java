// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.ADDRESS;
import static io.invowk.maven.cue.builtin.Parameter.ANY;
import static io.invowk.maven.cue.builtin.Parameter.INT;
import static io.invowk.maven.cue.builtin.Parameter.STRING;
import static io.invowk.maven.cue.builtin.Parameter.STRING_OR_INT;

import io.invowk.maven.cue.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The package {@code net}: texts only, nothing is looked up. */
final class NetPackage extends StandardPackage {
    private static final int MAX_LABEL = 63;
    private static final int MAX_NAME = 255;

    NetPackage() {
        constant("IPv4len", 4);
        constant("IPv6len", 16);
        addresses();
        check("FQDN", a -> isName(a.string(0)), STRING);
        check("URL", a -> UrlText.check(a.string(0), false), STRING);
        check("AbsURL", a -> UrlText.check(a.string(0), true), STRING);
        function("PathEscape", a -> a.make().of(UrlText.escape(a.data(0), UrlText.PATH)), STRING);
        function("QueryEscape", a -> a.make().of(UrlText.escape(a.data(0), UrlText.QUERY)), STRING);
        function("PathUnescape", a -> a.make().of(UrlText.unescape(a.string(0), false)), STRING);
        function("QueryUnescape", a -> a.make().of(UrlText.unescape(a.string(0), true)), STRING);
        function("SplitHostPort", NetPackage::splitHostPort, STRING);
        function("JoinHostPort", NetPackage::joinHostPort, ADDRESS, STRING_OR_INT);
    }

    private void addresses() {
        check("IP", a -> IpAddress.of(a.value(0)).bits() > 0, ANY);
        check("IPv4", a -> IpAddress.of(a.value(0)).bits() == IpAddress.BITS_4, ANY);
        check("IPv6", a -> IpAddress.of(a.value(0)).bits() == IpAddress.BITS_6, ANY);
        check("IPCIDR", a -> IpNetwork.of(a.value(0)).length() >= 0, ANY);
        check("LoopbackIP", a -> IpAddress.of(a.value(0)).isLoopback(), ANY);
        check("MulticastIP", a -> IpAddress.of(a.value(0)).isMulticast(), ANY);
        check("InterfaceLocalMulticastIP", a -> IpAddress.of(a.value(0)).isInterfaceLocalMulticast(), ANY);
        check("LinkLocalMulticastIP", a -> IpAddress.of(a.value(0)).isLinkLocalMulticast(), ANY);
        check("LinkLocalUnicastIP", a -> IpAddress.of(a.value(0)).isLinkLocalUnicast(), ANY);
        check("GlobalUnicastIP", a -> IpAddress.of(a.value(0)).isGlobalUnicast(), ANY);
        check("UnspecifiedIP", a -> IpAddress.of(a.value(0)).isUnspecified(), ANY);
        check("InCIDR", a -> IpNetwork.of(a.value(1)).contains(IpAddress.of(a.value(0))), ADDRESS, STRING);
        function("ParseIP", a -> list(a, IpAddress.parse(a.string(0)).bytes()), STRING);
        function("ToIP4", a -> list(a, IpAddress.of(a.value(0)).to4().bytes()), ADDRESS);
        function("ToIP16", a -> list(a, IpAddress.of(a.value(0)).to16().bytes()), ADDRESS);
        function("IPString", a -> a.make().of(IpAddress.of(a.value(0)).toString()), ADDRESS);
        function("CompareIP", NetPackage::compare, ADDRESS, ADDRESS);
        function("AddIP", NetPackage::add, STRING, INT);
        function(
                "AddIPCIDR",
                a -> a.make()
                        .of(IpNetwork.parse(a.string(0)).further(a.integer(1)).toString()),
                STRING,
                INT);
        function("ParseCIDR", NetPackage::parseNetwork, STRING);
    }

    private static Value list(Arguments a, byte[] bytes) {
        List<Value> list = new ArrayList<>();
        for (byte b : bytes) {
            list.add(a.make().of(b & 0xff));
        }
        return a.make().list(list);
    }

    private static Value compare(Arguments a) {
        return a.make().of(IpAddress.of(a.value(0)).compareTo(IpAddress.of(a.value(1))));
    }

    private static Value add(Arguments a) {
        String text = a.string(0);
        BigInteger steps = a.integer(1);
        if (text.contains("/")) {
            IpNetwork network = IpNetwork.parse(text);
            return a.make().of(new IpNetwork(network.address().plus(steps), network.length()).toString());
        }
        return a.make().of(IpAddress.parse(text).plus(steps).toString());
    }

    private static Value parseNetwork(Arguments a) {
        IpNetwork network = IpNetwork.parse(a.string(0));
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("prefix_mask", a.make().of(network.mask().toString()));
        fields.put("prefix_len", a.make().of(network.length()));
        fields.put("prefix_addr", a.make().of(network.first().toString()));
        if (network.address().bits() == IpAddress.BITS_4) {
            fields.put("broadcast_addr", a.make().of(network.last().toString()));
        }
        return a.make().struct(fields);
    }

    /** Labels of letters, digits and inner hyphens; one suffices, a final dot may stand. */
    private static boolean isName(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.isEmpty() || name.length() > MAX_NAME) {
            return false;
        }
        for (String label : name.split("\\.", -1)) {
            boolean letters = label.chars().allMatch(c -> c == '-' || (c < 0x80 && Character.isLetterOrDigit(c)));
            if (!letters
                    || label.isEmpty()
                    || label.length() > MAX_LABEL
                    || label.startsWith("-")
                    || label.endsWith("-")) {
                return false;
            }
        }
        return true;
    }

    private static Value splitHostPort(Arguments a) {
        String text = a.string(0);
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new CallException("there is no port in \"" + text + "\"");
        }
        String host = text.substring(0, colon);
        if (host.startsWith("[")) {
            if (!host.endsWith("]") || host.indexOf('[', 1) >= 0 || host.indexOf(']') != host.length() - 1) {
                throw new CallException("brackets are wrong in \"" + text + "\"");
            }
            host = host.substring(1, host.length() - 1);
        } else if (host.contains(":")) {
            throw new CallException("there are too many colons in \"" + text + "\"");
        } else if (host.contains("[") || host.contains("]")) {
            throw new CallException("brackets are wrong in \"" + text + "\"");
        }
        String port = text.substring(colon + 1);
        if (port.contains("[") || port.contains("]")) {
            throw new CallException("brackets are wrong in \"" + text + "\"");
        }
        return a.make().strings(List.of(host, port));
    }

    private static Value joinHostPort(Arguments a) {
        String host = a.value(0) instanceof Value.Str str
                ? str.value()
                : IpAddress.of(a.value(0)).toString();
        String port =
                a.value(1) instanceof Value.Str str ? str.value() : a.number(1).toPlainString();
        return a.make().of(host.contains(":") ? "[" + host + "]:" + port : host + ":" + port);
    }
}
