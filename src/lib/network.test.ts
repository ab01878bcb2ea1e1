import { expect, test } from 'vitest';
import { networkOf } from './network.ts';

test.each([
  ['an IPv4 address is counted by itself', '203.0.113.7', '203.0.113.7'],
  ['an IPv4 address in IPv6 dress is the same caller', '::ffff:203.0.113.7', '203.0.113.7'],
  ['an IPv6 address is counted with its neighbours', '2001:db8:12:34:aaaa::1', '2001:db8:12:34::/64'],
  ['so is the one a privacy extension takes next', '2001:db8:12:34:bbbb:cccc:dddd:eeee', '2001:db8:12:34::/64'],
  ['leading zeros and capitals do not make a second caller', '2001:0DB8:0012:0034::9', '2001:db8:12:34::/64'],
  ['zeros in the middle are filled in', '2001:db8::1', '2001:db8:0:0::/64'],
  ['the loopback address has a network too', '::1', '0:0:0:0::/64'],
  ['a zone at the end does not matter', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['what is no address stays what it is', 'unknown', 'unknown'],
])('%s', (_what, address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('another network is another caller', () => {
  expect(networkOf('2001:db8:12:35::1')).not.toBe(networkOf('2001:db8:12:34::1'));
});
