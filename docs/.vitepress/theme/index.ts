import './custom.css';

export { default } from 'vitepress/theme';
