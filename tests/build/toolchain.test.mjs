// A machine that has never seen the project: `.ci/install` brings whatever rust-toolchain.toml names, also where rustup installs
// nothing by itself.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const ROOT = new URL('../../', import.meta.url).pathname;
// Node.js marks its children as parts of a test run, which cargo would pass on.
const run = (command, ...given) =>
  spawnSync(command, given, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, RUSTUP_AUTO_INSTALL: '0' },
  });
const components = () => run('rustup', 'component', 'list', '--installed').stdout.split('\n');
const rustup = run('rustup', '--version').status === 0;

test('a component of the toolchain that is missing is installed', {
  skip: rustup ? false : 'Rust is not here by rustup',
}, () => {
  run('rustup', 'component', 'remove', 'rust-src');
  assert.ok(!components().includes('rust-src'), 'it is gone');
  const installed = run('bash', '.ci/install', 'toolchain');
  assert.equal(installed.status, 0, installed.stderr);
  assert.ok(components().includes('rust-src'), 'it is back');
});

test('a second run finds everything and does nothing', { skip: rustup ? false : 'Rust is not here by rustup' }, () => {
  const again = run('bash', '.ci/install', 'toolchain');
  assert.equal(again.status, 0, again.stderr);
  assert.equal(again.stdout + again.stderr, '');
});
